using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Evaluation;

/// <summary>Go's complex128, which only a constant such as <c>1+2i</c> makes.</summary>
internal sealed record ComplexNumber(double Real, double Imaginary) : IGoNamedValue
{
    public string TypeName => "complex128";

    public string Kind => "complex128";

    public string Text => $"({GoFloat.Print(Real)}{(Imaginary < 0 ? "" : "+")}{GoFloat.Print(Imaginary)}i)";

    // What its truth is.
    public object? Plain => Real != 0 || Imaginary != 0;
}
