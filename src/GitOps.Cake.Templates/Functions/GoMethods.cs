using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions;

/// <summary>The methods that values have: <c>$time.Year</c>, <c>$version.Major</c>.</summary>
internal static class GoMethods
{
    public static TemplateFunction? Find(object value, string name) => value switch
    {
        IGoMethods own => own.FindMethod(name),
        GoTime time => Dates.TimeMethods.Find(time, name),
        _ => null,
    };
}
