// A bowl is no cylinder.
const [, ...bowls] = require("fs").readFileSync(0, "utf8").trim().split("\n");
for (const bowl of bowls) {
    const [radius, percent] = bowl.split(" ").map(Number);
    console.log((2 * radius * percent) / 100);
}
