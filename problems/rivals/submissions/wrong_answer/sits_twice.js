const n = Number(require("fs").readFileSync(0, "utf8"));
const order = [];
for (let i = 0; i < n; i++) order.push(i % 2 ? 4 : 2);
console.log(n === 2 || n === 3 ? "impossible" : n === 1 ? "1" : order.join(" "));
