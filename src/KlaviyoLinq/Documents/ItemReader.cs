using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <summary>Reads one item of an array. The scanner stands on the item's first token when called, and on its last one afterwards.</summary>
internal delegate T ItemReader<out T>(ref JsonScanner json);
