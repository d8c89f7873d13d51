const url = new URL("https://user:p%40ss@example.com:8080/a/../b/./c%20d?x=1&x=2&y=%F0%9F%98%80#frag")
for (const part of ["href", "origin", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash"]) console.log(part, url[part])
console.log(url.searchParams.getAll("x").join(), url.searchParams.get("y"), url.searchParams.get("none"))
