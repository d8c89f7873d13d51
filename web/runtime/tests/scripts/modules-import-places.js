import { greet } from "plugin:examples:greeter"; const broken = null
greet("x")
broken.property
