const semver = require("semver");
console.log(semver.satisfies("1.2.3", "^1.2.0 || >=3"), semver.inc("1.2.3-beta.1", "prerelease"), semver.sort(["2.0.0", "1.0.0-a", "1.0.0"]).join(), semver.coerce("v3.4 x").version);
