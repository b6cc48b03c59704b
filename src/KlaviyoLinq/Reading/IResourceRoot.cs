namespace KlaviyoLinq.Reading;

/// <summary>The start of every query: a set that stands for one operation of the catalogue.</summary>
internal interface IResourceRoot
{
    /// <summary>The path template of the operation: <c>/api/profiles</c>.</summary>
    string OperationPath { get; }
}
