const React = require("../node_modules/react/cjs/react.production.js");
const element = React.createElement("p", { className: "a", key: "k" }, "text", React.createElement("b"));
console.log(element.type, element.key, element.props.children.length, React.Children.count(element.props.children), React.isValidElement(element), React.version);
