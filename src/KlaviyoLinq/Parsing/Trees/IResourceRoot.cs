using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Parsing.Trees;

/// <summary>The start of every query: a set, reference or relationship that stands for one operation of the catalogue.</summary>
internal interface IResourceRoot
{
    /// <summary>The path template of the operation: <c>/api/profiles</c>.</summary>
    string OperationPath { get; }

    /// <summary>The resource that the path's id names; null for a whole set.</summary>
    ResourceKey? Key { get; }

    /// <summary>The relationship of that resource, where it is known by its name alone; <see cref="OperationPath"/> is empty then.</summary>
    Relation? Relation => null;

    /// <summary>The public id of the queried company; null where a private key identifies the account.</summary>
    string? CompanyId { get; }
}
