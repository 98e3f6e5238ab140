"""Fiction for the portal to show itself with: offices, services, registers and answers that nobody ever gave."""
