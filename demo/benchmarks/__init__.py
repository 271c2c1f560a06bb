"""What the README reports, one file a table. Measures; decides nothing."""
