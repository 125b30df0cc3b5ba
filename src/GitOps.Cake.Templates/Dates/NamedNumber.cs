using GitOps.Cake.Templates.Functions;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Dates;

/// <summary>A number of Go with a name of its own: a month or a day of the week.</summary>
internal sealed record NamedNumber(string TypeName, nint Number, string Name) : IGoNamedValue, IGoMethods
{
    public string Kind => "int";

    public string Text => Name;

    public object? Plain => Number;

    public TemplateFunction? FindMethod(string name) => name == "String" ? Signature.Of("", _ => Name) : null;

    public static NamedNumber Month(int month) => new("time.Month", month, DateNames.Months[month - 1]);

    public static NamedNumber Weekday(DayOfWeek day) => new("time.Weekday", (nint)(int)day, DateNames.Days[(int)day]);
}
