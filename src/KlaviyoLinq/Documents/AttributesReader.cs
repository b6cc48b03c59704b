using KlaviyoLinq.Model;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <summary>Reads a resource's attributes. The scanner stands on the object's start when called, and on its end afterwards.</summary>
/// <param name="resource">The resource, which is of the reader's class.</param>
/// <param name="json">The document.</param>
/// <param name="wanted">One bit for each of the class's members; the values of those without one are skipped.</param>
internal delegate void AttributesReader(KlaviyoResource resource, ref JsonScanner json, ulong wanted);
