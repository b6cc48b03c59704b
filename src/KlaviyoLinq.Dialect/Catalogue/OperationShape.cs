namespace KlaviyoLinq.Catalogue;

/// <summary>Whether an operation's <c>data</c> is an array or one object.</summary>
internal enum OperationShape
{
    Collection,
    Single,
}
