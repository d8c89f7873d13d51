const { ref, computed, reactive, watchEffect, h, compile, nextTick } = require("../node_modules/vue/dist/vue.cjs.prod.js");
const count = ref(1), doubled = computed(() => count.value * 2), seen = [];
watchEffect(() => seen.push(doubled.value));
count.value = 5;
nextTick(() => console.log(seen.join(), h("p", { class: ["a", { b: true }] }, "hi").props.class));
