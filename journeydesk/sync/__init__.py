"""How two copies become one: ports, a pure plan, the engine that carries it out, and the budget of calls."""
