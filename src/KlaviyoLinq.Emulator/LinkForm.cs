namespace KlaviyoLinq.Emulator;

/// <summary>The form of the links of an emulator's documents. Klaviyo documents less than it sends, so a client should read each of them.</summary>
public enum LinkForm
{
    /// <summary>The form that live answers have: <c>self</c> echoes the request, <c>next</c> and <c>prev</c> are null at the ends. The default.</summary>
    Live,

    /// <summary>Links without <c>self</c>.</summary>
    WithoutSelf,

    /// <summary><c>self</c> names another host, with a closing slash and with a cursor that is percent-encoded twice.</summary>
    RespelledSelf,

    /// <summary><c>next</c> and <c>prev</c> are empty strings at the ends, as Klaviyo's API overview of 2022 shows them.</summary>
    EmptyAtEnds,

    /// <summary>Every link is an object with <c>href</c>, as JSON:API allows; null at the ends.</summary>
    Objects,
}
