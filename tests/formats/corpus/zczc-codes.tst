ZCZC AAP
%MNETALL MFI MGD
$J
:Ministry of Transport
*X
Media release: River bridge to reopen this month

Wed 3 April 2013

The two sides agreed on Tuesday to reopen the bridge over the river by the end of the month, the transport ministry said.

Engineers will inspect the pillars first, and the toll will stay as it was, the ministry said in a statement.

NNNN
