import { greet } from "plugin:examples:greeter"
greet = 1
