namespace KlaviyoLinq.Requests;

/// <summary>A filter expression as it will be sent.</summary>
internal abstract record Filter;
