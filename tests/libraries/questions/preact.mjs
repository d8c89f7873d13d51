import { h, Fragment, createElement } from "preact";
const node = h("div", { id: 1 }, [h(Fragment, null, "x"), 2]);
console.log(node.type, node.props.id, node.props.children.length, createElement === h);
