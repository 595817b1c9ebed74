"""The local page on which a reviewer turns the result of align into a memory."""
