"""When each gesture is offered, and when it isn't: test and manual at once."""
