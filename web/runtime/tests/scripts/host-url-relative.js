const base = "http://host/a/b/c?q#f"
for (const path of ["d", "../d", "/d", "//other/d", "?x", "#y", "", "http:e", "mailto:me@x.org"]) console.log(path, new URL(path, base).href)
