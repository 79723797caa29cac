const [, ...weights] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const total = weights.reduce((sum, weight) => sum + weight, 0);
let half = Math.floor(total / 2);
const reachable = new Uint8Array(half + 1);
reachable[0] = 1;
for (const weight of weights) {
    for (let sum = half; sum >= weight; sum--) {
        reachable[sum] |= reachable[sum - weight];
    }
}
while (!reachable[half]) {
    half--;
}
console.log(total - 2 * half);
