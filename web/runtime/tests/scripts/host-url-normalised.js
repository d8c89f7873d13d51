for (const text of ["HTTP://EXAMPLE.com:80/", "http://example.com/ü?ü#ü", "http://[::1]:8080/", "http://0x7f.1/", "http://a b/", "http://faß.example/", "file:///x/../y", "https://example.com/%7Efoo/%zz", "//no-base", "javascript:alert(1)"]) {
  console.log(text, URL.canParse(text) ? new URL(text).href : "invalid")
}
