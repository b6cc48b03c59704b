namespace KlaviyoLinq.Links;

/// <summary>Editable links of a to-many relationship, whatever their type.</summary>
internal interface IEditableLinks
{
    /// <summary>Indicates whether links were added or removed since they were read or saved.</summary>
    bool HasChanges { get; }

    /// <summary>The types and ids of the resources that are linked, those that were added by id alone included.</summary>
    IEnumerable<(string Type, string Id)> Identifiers { get; }

    /// <summary>Ends tracking of what was added and removed, after it was saved.</summary>
    void AcceptChanges();
}
