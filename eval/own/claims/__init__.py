"""Our own gold of claims: what two reports give for one thing, in conflict, in agreement or updated."""
