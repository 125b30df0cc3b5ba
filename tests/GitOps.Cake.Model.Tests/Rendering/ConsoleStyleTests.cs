using GitOps.Cake.Rendering;

namespace GitOps.Cake.Tests.Rendering;

public class ConsoleStyleTests
{
    [Theory]
    [InlineData(true, 80, "", true, 80)]
    [InlineData(false, 80, "", false, null)]
    [InlineData(true, 80, "NO_COLOR=1", false, 80)]
    [InlineData(true, 80, "NO_COLOR=", true, 80)]
    [InlineData(true, 80, "NO_COLOR=1 FORCE_COLOR=1", false, 80)]
    [InlineData(false, 80, "FORCE_COLOR=1", true, null)]
    [InlineData(true, 80, "TERM=dumb", false, 80)]
    [InlineData(true, 0, "", true, null)]
    [InlineData(true, null, "", true, null)]
    public void It_follows_the_terminal_and_the_wishes_of_its_user(bool isTerminal, int? width, string environment, bool colour, int? wrapped)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        var style = ConsoleStyle.For(isTerminal, width, name => variables.GetValueOrDefault(name));

        style.ShouldBe(new ConsoleStyle { Colour = colour, Width = wrapped });
    }
}
