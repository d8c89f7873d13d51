import { nothing } from "plugin:examples:greeter"
