const [[n], places] = require('fs').readFileSync(0, 'utf8').trim().split('\n').map(line => line.split(' ').map(Number));
const tree = new Int32Array(n + 1);
let count = 0;
places.forEach((place, seen) => {
  count += seen;
  for (let i = place; i > 0; i -= i & -i) count -= tree[i];
  for (let i = place; i <= n; i += i & -i) tree[i]++;
});
console.log(count);
