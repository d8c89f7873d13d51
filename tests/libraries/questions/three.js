const THREE = require("../node_modules/three/build/three.cjs");
const v = new THREE.Vector3(1, 2, 3).cross(new THREE.Vector3(0, 1, 0)).normalize();
console.log(v.toArray().map((n) => n.toFixed(5)).join(), new THREE.Matrix4().makeRotationX(1).determinant().toFixed(6), new THREE.Color("tomato").getHexString(), new THREE.BoxGeometry(1, 2, 3).attributes.position.count);
