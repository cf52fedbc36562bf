from newswire.cli import cli

cli()
