const [, ...heights] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const lowestEnds = [];
for (const height of heights) {
    let low = 0;
    let high = lowestEnds.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (lowestEnds[middle] < height) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    lowestEnds[low] = height;
}
console.log(lowestEnds.length);
