const [time, what] = require("fs").readFileSync(0, "utf8").split("\n");
if (time === "evening") {
    const bits = Number(what).toString(2).padStart(30, "0");
    console.log("b" + bits.replace(/1/g, "b").replace(/0/g, "w") + "w");
} else {
    const row = what[0] === "w" ? [...what].reverse().join("") : what;
    console.log(parseInt(row.slice(1, 31).replace(/b/g, "1").replace(/w/g, "0"), 2));
}
