import * as d3 from "../node_modules/d3/dist/d3.min.mjs";
console.log(d3.scaleLinear([0, 10], [0, 100])(3.5), d3.extent([3, 1, 2]).join(), d3.format(",.2f")(1234567.891), d3.format(".3s")(42e6));
console.log(d3.line()([[0, 0], [10, 5], [20, 0]]), d3.interpolateRgb("red", "blue")(0.5), d3.utcFormat("%B %d, %Y")(new Date(0)));
console.log(d3.rollups([["a", 1], ["b", 2], ["a", 3]], (v) => d3.sum(v, (d) => d[1]), (d) => d[0]).join(";"), d3.hsl("steelblue").toString());
