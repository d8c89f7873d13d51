#!/usr/bin/env pontoon
"substr".substr(1, 2) + escape("ü") + Math.sumPrecise([0.1, 0.2]) + typeof Temporal
