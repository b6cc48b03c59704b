using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace KlaviyoLinq.Tests.Display;

/// <summary>Finds and calls formatters as .NET Interactive does: everything by its name, and the call compiled with exactly these parameter types.</summary>
internal static class NotebookKernel
{
    /// <summary>Returns the notebook's output for the value in one MIME type; null where its class has no formatter.</summary>
    internal static string? Show(object value, string mimeType)
    {
        foreach (object attribute in value.GetType()
                .GetCustomAttributes(inherit: true).Where(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute"))
        {
            Type source = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetGetMethod()!.Invoke(attribute, null)!;
            var formatters = (IEnumerable)source.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(source), null)!;
            foreach (object formatter in formatters)
                if ((string)formatter.GetType().GetProperty("MimeType")!.GetGetMethod()!.Invoke(formatter, null)! == mimeType)
                    return Format(formatter, value);
        }

        return null;
    }

    /// <summary>The forms that a notebook prefers.</summary>
    internal static string[] Preferred(object value)
    {
        object attribute = value.GetType().GetCustomAttributes(inherit: true).Single(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");
        return (string[])attribute.GetType().GetProperty("PreferredMimeTypes")!.GetGetMethod()!.Invoke(attribute, null)!;
    }

    private static string? Format(object formatter, object value)
    {
        MethodInfo format = formatter.GetType().GetMethod("Format")!;
        ParameterExpression instance = Expression.Parameter(typeof(object));
        ParameterExpression writer = Expression.Parameter(typeof(TextWriter));
        var call = Expression.Lambda<Func<object, TextWriter, bool>>(
            Expression.Call(Expression.Constant(formatter), format, instance, writer), instance, writer)
            .Compile();
        using StringWriter text = new(CultureInfo.InvariantCulture);
        return call(value, text) ? text.ToString() : null;
    }
}
