namespace GitOps.Cake.Templates.Evaluation;

/// <summary>Stands for "no value at all" where one of Go's own functions tells it from nil.</summary>
internal sealed class Nothing
{
    public static readonly Nothing Instance = new();

    private Nothing()
    {
    }
}
