console.log(undefined)
