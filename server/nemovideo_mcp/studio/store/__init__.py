"""What the studio remembers: accounts, credits, sessions, timelines, media and renders, in one data folder."""
