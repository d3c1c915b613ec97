"""Our own gold of times: expressions of crisis and politics news with the days that they stand for."""
