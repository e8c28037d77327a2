"""Facts and rules -> findings and gaps: one engine for each form of check, all behind `protocol.Engine`."""
