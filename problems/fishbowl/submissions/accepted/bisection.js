const [, ...bowls] = require("fs").readFileSync(0, "utf8").trim().split("\n");
for (const bowl of bowls) {
    const [radius, percent] = bowl.split(" ").map(Number);
    let low = 0;
    let high = 2;
    for (let step = 0; step < 100; step++) {
        const middle = (low + high) / 2;
        if (middle * middle * (3 - middle) < percent / 25) {
            low = middle;
        } else {
            high = middle;
        }
    }
    console.log(low * radius);
}
