"use strict"
implicit = 1
// cell
implicit = 2
implicit
// cell
(function () { "use strict"; return this })()
