const he = require("he");
console.log(he.encode("foo © bar ≠ baz 𝌆 <", { useNamedReferences: true }), he.decode("foo &copy; bar &ne; baz &#x1D306; &lt"));
