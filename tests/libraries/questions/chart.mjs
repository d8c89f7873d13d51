import { Chart, registerables } from "../node_modules/chart.js/dist/chart.js";
import * as tools from "../node_modules/chart.js/dist/helpers.js";
Chart.register(...registerables);
console.log(Object.keys(Chart.registry.controllers.items).sort().join());
console.log(tools.color("red").alpha(0.5).rgbString(), JSON.stringify(tools.merge({ a: 1 }, { b: { c: 2 } })));
