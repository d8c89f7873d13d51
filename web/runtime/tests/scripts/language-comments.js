// One line
/* several
   lines */ console.log("code" /* between */, "// no comment", `/* none */`) // at the end
<!-- an HTML-like comment of old pages
console.log(1 /* a */ + /* b */ 1)
