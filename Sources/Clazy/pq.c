#include "include/Clazy.h"
#include "lazy.h"

#define PQ "libpq.so.5"

const char *linli_lacks_pq(void) { return linli_lacks(PQ); }

/* A connection. */
PASS_ON(
    PQ, PGconn *, PQconnectdbParams, (const char *const *keywords, const char *const *values, int expand),
    (keywords, values, expand))
PASS_ON(PQ, PQconninfoOption *, PQconninfoParse, (const char *address, char **fault), (address, fault))
PASS_ON(PQ, void, PQconninfoFree, (PQconninfoOption *options), (options))
PASS_ON(PQ, void, PQfinish, (PGconn *link), (link))
PASS_ON(PQ, ConnStatusType, PQstatus, (const PGconn *link), (link))
PASS_ON(PQ, char *, PQerrorMessage, (const PGconn *link), (link))
PASS_ON(
    PQ, PQnoticeReceiver, PQsetNoticeReceiver, (PGconn *link, PQnoticeReceiver hear, void *mark),
    (link, hear, mark))
PASS_ON(PQ, int, PQenterPipelineMode, (PGconn *link), (link))
PASS_ON(PQ, int, PQpipelineSync, (PGconn *link), (link))

/* What is asked of it. */
PASS_ON(
    PQ, int, PQsendPrepare,
    (PGconn *link, const char *name, const char *text, int count, const Oid *types),
    (link, name, text, count, types))
PASS_ON(PQ, int, PQsendDescribePrepared, (PGconn *link, const char *name), (link, name))
PASS_ON(
    PQ, int, PQsendQueryParams,
    (PGconn *link, const char *text, int count, const Oid *types, const char *const *values,
     const int *lengths, const int *formats, int format),
    (link, text, count, types, values, lengths, formats, format))
PASS_ON(
    PQ, int, PQsendQueryPrepared,
    (PGconn *link, const char *name, int count, const char *const *values, const int *lengths,
     const int *formats, int format),
    (link, name, count, values, lengths, formats, format))

/* What it answers. */
PASS_ON(PQ, PGresult *, PQgetResult, (PGconn *link), (link))
PASS_ON(PQ, void, PQclear, (PGresult *result), (result))
PASS_ON(PQ, ExecStatusType, PQresultStatus, (const PGresult *result), (result))
PASS_ON(PQ, char *, PQresultErrorMessage, (const PGresult *result), (result))
PASS_ON(PQ, char *, PQresultErrorField, (const PGresult *result, int field), (result, field))
PASS_ON(PQ, char *, PQcmdStatus, (PGresult *result), (result))
PASS_ON(PQ, char *, PQcmdTuples, (PGresult *result), (result))
PASS_ON(PQ, int, PQntuples, (const PGresult *result), (result))
PASS_ON(PQ, int, PQnfields, (const PGresult *result), (result))
PASS_ON(PQ, Oid, PQftype, (const PGresult *result, int column), (result, column))
PASS_ON(PQ, int, PQgetisnull, (const PGresult *result, int row, int column), (result, row, column))
PASS_ON(PQ, int, PQgetlength, (const PGresult *result, int row, int column), (result, row, column))
PASS_ON(PQ, char *, PQgetvalue, (const PGresult *result, int row, int column), (result, row, column))
PASS_ON(PQ, int, PQnparams, (const PGresult *result), (result))
PASS_ON(PQ, Oid, PQparamtype, (const PGresult *result, int parameter), (result, parameter))
