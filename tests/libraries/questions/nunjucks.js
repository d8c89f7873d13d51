const nunjucks = require("../node_modules/nunjucks/browser/nunjucks.min.js");
nunjucks.configure({ autoescape: true });
console.log(nunjucks.renderString("{% for x in xs %}{{ loop.index }}:{{ x | upper }}{% if not loop.last %}, {% endif %}{% endfor %} {{ \"<\" }} {% macro m(a) %}[{{ a }}]{% endmacro %}{{ m(1) }}", { xs: ["a", "b"] }));
