const React = require("react");
const server = require("../node_modules/react-dom/cjs/react-dom-server-legacy.browser.development.js");
const List = ({ items }) => React.createElement("ul", null, items.map((item) => React.createElement("li", { key: item, style: { color: "red" } }, item)));
console.log(server.renderToStaticMarkup(React.createElement(List, { items: ["a", "<b>"] })));
