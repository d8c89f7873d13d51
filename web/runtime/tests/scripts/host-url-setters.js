const url = new URL("http://example.com/path")
url.protocol = "https"
url.host = "other.org:81"
url.pathname = "a b"
url.search = "q=ä"
url.hash = "x y"
url.username = "me"
console.log(url.href)
url.port = "99999"
url.hostname = ""
url.port = ""
console.log(url.href, url.toString() === url.href, JSON.stringify([url]))
