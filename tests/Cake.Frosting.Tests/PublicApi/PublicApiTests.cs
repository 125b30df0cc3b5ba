namespace Cake.Frosting.Tests.PublicApi;

public sealed class PublicApiTests
{
    [Fact]
    public void The_stand_in_offers_what_the_real_assembly_offers_and_nothing_more()
    {
        var text = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Approved", "Cake.Frosting.txt"));
        var approved = string.Join('\n', text.Where(line => !line.StartsWith('#'))).Trim().Split("\n\n");
        var offered = ApiText.Of(typeof(CakeHost).Assembly).ToList();

        approved.Except(offered).ShouldBeEmpty("The real assembly offers this, the stand-in does not.");
        offered.Except(approved).ShouldBeEmpty("The stand-in offers this, the real assembly does not.");
    }

    [Fact]
    public void The_assembly_has_the_name_and_version_of_the_real_one_and_is_not_signed()
    {
        var name = typeof(CakeHost).Assembly.GetName();

        name.Name.ShouldBe("Cake.Frosting");
        name.Version.ShouldBe(new Version(7, 0, 0, 0));
        name.GetPublicKeyToken().ShouldBeEmpty();
    }
}
